"""The attributes that kramdown, Pandoc and MkDocs write in braces, as expressions."""

AMOUNT = r"\d\s*[^\W\d_]"
"""A number and its unit, which is text wherever it is, and never a name."""

NAME = rf"(?![\w:.-]*{AMOUNT})[A-Za-z_][\w:.-]*"
_STRUCK = r"(?:strike|del|insertion|comment-|paragraph-)"
"""How the classes begin with which Word's changes come from Pandoc; such text may not be valid."""

_VALUE = r'(?:"[^"{}]*"|[\w%.-]+)'
ATTRIBUTE = (
    rf"(?:#{NAME}|\.(?!{_STRUCK}){NAME}|(?:id|class|style|target|rel|align|lang|width|height|loading|custom-style"
    rf"|data-[\w-]+)={_VALUE})"
)
