def tell(key, suggestion, at, note=""):
    return
