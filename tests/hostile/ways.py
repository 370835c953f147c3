"""Ways for a page to load what it must not load, as HTML and as CSS.

``{file}`` is a file outside the folder of the monograph, ``{net}`` an address of the network,
``{link}`` a symlink out of the folder. A monograph contains none of them, because its HTML is text;
they show what would happen if a template, or a fault of the parser, let one through.
"""

SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"

ADDRESSES = (
    *("{file}", "{net}x.png", "ftp://127.0.0.1:9/x.png", "//127.0.0.1:9/x.png", "{link}"),
    *("../outside.png", "%2e%2e/outside.png", "..%2foutside.png", "./.././outside.png"),
    *("....//outside.png", "..\\outside.png", "/etc/passwd", "//etc/passwd", "/etc/./passwd"),
    *("FILE:///etc/passwd", "file:/etc/passwd", "file://localhost/etc/passwd", "file:passwd"),
    *("file:///monograph/../outside.png", "file:///monograph//etc/passwd"),
    *("file:///theme/../outside.png", "/proc/self/environ", "/proc/self/fd/0", "/dev/zero"),
    *("box.png%00.png", "box.png/../../outside.png", "http:outside.png", "gopher://127.0.0.1"),
    *("data:text/html,<img src={net}>", "data:image/svg+xml,<svg/>", "data:,x", "blob:x"),
)
"""Addresses of a picture that it must not be loaded from."""

HTML = (
    *(f'<p><img src="{address}" alt="x"></p>' for address in ADDRESSES),
    '<object data="{file}">x</object>',
    '<object data="{net}" type="image/png">x</object>',
    '<embed src="{file}">',
    '<embed src="{net}" type="image/svg+xml">',
    '<iframe src="{file}"></iframe>',
    '<iframe srcdoc="<img src={net}>"></iframe>',
    '<video src="{net}" poster="{file}"></video>',
    '<audio src="{net}"></audio>',
    '<picture><source srcset="{net}"><img src="box.png" alt="x"></picture>',
    '<img srcset="{net} 2x" src="box.png" alt="x">',
    '<input type="image" src="{net}" alt="x">',
    '<script src="{net}"></script>',
    '<link rel="stylesheet" href="{file}">',
    '<link rel="stylesheet" href="{net}">',
    '<link rel="attachment" href="{file}">',
    '<link rel="attachment" href="{net}">',
    '<a rel="attachment" href="{file}">x</a>',
    '<link rel="icon" href="{net}">',
    '<meta http-equiv="refresh" content="0;url={net}">',
    '<base href="{net}"><img src="x.png" alt="x">',
    '<body background="{net}">',
    '<table background="{net}"><tr><td>x</td></tr></table>',
    "<style>@import '{file}';</style>",
    "<style>@import url({net});</style>",
    "<style>p {{ background: url({net}) }}</style><p>x</p>",
    '<p style="background: url({file})">x</p>',
    f"{SVG} width='9' height='9'><title>x</title><image href='{{file}}' width='9' height='9'/>"
    "</svg>",
    f"{SVG} width='9' height='9'><title>x</title><image xlink:href='{{net}}' width='9' height='9'/>"
    "</svg>",
    f"{SVG} width='9' height='9'><title>x</title><use href='{{file}}#a'/></svg>",
    f"{SVG} width='9' height='9'><title>x</title><style>@import '{{net}}';</style></svg>",
    f"{SVG} width='9' height='9'><title>x</title><rect fill='url({{net}}#a)' width='9' height='9'/>"
    "</svg>",
    f"{SVG} width='9' height='9'><title>x</title><foreignObject><img src='{{net}}'/>"
    "</foreignObject></svg>",
    "<math><mglyph src='{net}'></mglyph></math>",
)

CSS = (
    *(
        "@import '{file}';",
        "@import url({net}) print;",
        "@import 'data:text/css,@import \"{net}\"';",
    ),
    "h1 {{ background: url({file}) }}",
    "h1 {{ background: url({net}) }}",
    "h1 {{ background: url({link}) }}",
    "h1 {{ background-image: image-set('{net}' 1x) }}",
    "h1::before {{ content: url({file}) }}",
    "h1 {{ border: 1px solid; border-image: url({net}) 1 }}",
    "h1 {{ display: list-item; list-style-image: url({file}) }}",
    "h1 {{ cursor: url({net}), auto; mask: url({net}); filter: url({net}#a) }}",
    ":root {{ --u: url({file}) }} h1 {{ background: var(--u) }}",
    "@page {{ background: url({file}) }}",
    "@page {{ @top-right {{ content: url({net}) }} }}",
    "@font-face {{ font-family: x; src: url({file}) }} h1 {{ font-family: x }}",
    "@font-face {{ font-family: x; src: url({net}) }} h1 {{ font-family: x }}",
    "@font-face {{ font-family: x; src: local('{file}') }} h1 {{ font-family: x }}",
    "@color-profile --x {{ src: url({file}) }}",
    "@namespace url({net});",
)

TEXT = (
    *("${{7*7}}", "#{{7*7}}", "<%= 7*7 %>", "!include {file}"),
    *(".. include:: {file}", "@import '{net}'"),
    *("{{!{file}!}}", "[TOC]", "!ENTITY x SYSTEM '{file}'"),
)
"""Text of a monograph that must be printed as plain text."""

MARKUP = (
    *("<script src={net}></script>", "<iframe src={file}>", "<object data={file}>x</object>"),
    *("<img src={net}>", "<link rel=attachment href={file}>", "<style>@import '{net}'</style>"),
    *("<sup onclick=x>2</sup>", "<b style='background:url({net})'>", "<?php echo 1 ?>"),
    *(
        "<svg><image href={file}/></svg>",
        "{{% 1 %",
        "{{{{ 7*7 }}",
        "[[#include {file}]]",
        "\\input{{{file}}}",
        '--8<-- "{file}"',
    ),
)
"""Text of a monograph that must be refused, by its name."""
