"""What somebody reads on a page."""

import html5lib


def shown_code(page: str) -> str:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return tree.find(".//input[@id='code']").get("value")
