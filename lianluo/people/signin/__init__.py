"""Sign-in: how django-allauth behaves here. Who may sign in is decided by accounts, made by the office."""
