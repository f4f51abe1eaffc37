"""Papers: official documents in Word, from templates that the office may change."""
