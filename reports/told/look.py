"""How words look in documents of Office: type, colours without their #, and languages as Office names them."""

FONT = "Arial"  # every machine has it, or one of the same widths
INK, FAINT, RULE = "1F2430", "575D68", "D5D9E0"
LANGUAGES = {"en": "en-GB", "ru": "ru-RU", "tk": "tk-TM"}
