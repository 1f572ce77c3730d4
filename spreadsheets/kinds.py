"""The kinds of files that progress may come in."""

ENDINGS = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "docx", "html", "htm")
