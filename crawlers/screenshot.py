"""A picture of a rendered page, taken after its secrets were masked in the browser; none where that cannot be shown.

The page's scripts are stopped first. Its letters are masked by the same rules as the stored page, from a world of
their own that no script of the page can see. What the browser paints is read back before and after the picture:
where it holds a secret, or changed meanwhile, there is no picture. What has letters or faces that nobody can read
(frames, canvases, films) is hidden; images were never loaded (crawlers.browser).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from crawlers.masked_texts import UnmaskedError, holds_secret, mask_pieces
from crawlers.scrub import scrub_text

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

SECONDS: Final = 15.0
WIDTH: Final = 1280
HEIGHTS: Final = (8000, 3000, 1000)
"""Pixels from the top: the least that still holds the bytes below is taken where the whole does not."""
MAX_BYTES: Final = 2 * 1024 * 1024
_HIDDEN = ("IFRAME", "FRAME", "OBJECT", "EMBED", "CANVAS", "VIDEO", "AUDIO", "PORTAL", "FENCEDFRAME")

_COLLECT = """function (hidden) {
  const texts = [], fields = [], said = [], values = [];
  let apart = false;
  const field = (node, name, value) => { if (value) { fields.push([node, name]); values.push(value); } };
  const element = node => {
    if (hidden.includes(node.nodeName.toUpperCase())) {
      node.style.setProperty("visibility", "hidden", "important");
      return false;
    }
    for (const name of ["placeholder", "title", "alt", "label", "aria-label"]) field(node, name, node.getAttribute(name));
    if (["INPUT", "TEXTAREA"].includes(node.nodeName)) field(node, "", node.value);
    return !["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD"].includes(node.nodeName);
  };
  const walk = node => {
    if (node.nodeType === 3) {
      texts.push(node); said.push((apart ? "\\n" : "") + node.nodeValue); apart = false;
      return;
    }
    if (node.nodeType === 1) {
      if (!element(node)) return;
      const parts = node.nodeName === "BR" || !/^(inline|contents)/.test(getComputedStyle(node).display);
      apart ||= parts;
      if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
      node.childNodes.forEach(walk);
      apart ||= parts;
    }
  };
  walk(document.documentElement);
  self.found = {texts, fields, said, values};
  return {said, values};
}"""
_APPLY = """function (said, values) {
  const found = self.found;
  found.texts.forEach((node, at) => {
    if (said[at] !== found.said[at]) node.nodeValue = said[at].startsWith("\\n") ? said[at].slice(1) : said[at];
  });
  found.fields.forEach(([node, name], at) => {
    if (values[at] === found.values[at]) return;
    if (name) node.setAttribute(name, values[at]); else node.value = values[at];
  });
}"""
_INNER_TEXT = "function () { return document.documentElement.innerText; }"


class NoPictureError(Exception):
    """Raised where no picture of a page is taken; the message says why."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """All letters that a page paints, in its document and in what its form fields hold."""

    texts: tuple[str, ...]
    fields: tuple[str, ...]


async def picture_of(page: Page, url: str) -> bytes:
    """Mask a page in its browser and give a picture of it (PNG, 1280 pixels wide, at most 8000 high and 2 MiB).

    `url` is where it stood when it was read. It is of no use afterwards: its scripts stand still, its secrets are marks.

    Raises:
        NoPictureError: where secrets are or may be left, it moved, or it took too long or too many bytes.
    """
    from playwright.async_api import Error

    try:
        async with asyncio.timeout(SECONDS):
            browser = await page.context.new_cdp_session(page)
            await browser.send("Emulation.setScriptExecutionDisabled", {"value": True})
            await _mask(browser)
            before = await _painted(browser)
            picture = await _taken(page, browser)
            if page.url != url or await _painted(browser) != before:
                raise NoPictureError("it changed while its picture was taken")
            return picture
    except UnmaskedError as error:
        raise NoPictureError(str(error)) from error
    except TimeoutError as error:
        raise NoPictureError(f"its picture took more than {SECONDS:.0f} seconds") from error
    except Error as error:
        raise NoPictureError(f"the browser took none: {error.message.splitlines()[0]}") from error


async def _mask(browser: CDPSession) -> None:
    """Put marks in the place of secrets, and see to it that no words are left that hold one."""
    tree = await browser.send("Page.getFrameTree")
    world = await browser.send("Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]})
    context = world["executionContextId"]
    found = await _call(browser, context, _COLLECT, _HIDDEN)
    values = [scrub_text(value) for value in found["values"]]
    await _call(browser, context, _APPLY, mask_pieces(found["said"]), values)
    if holds_secret(await _call(browser, context, _INNER_TEXT)):
        raise NoPictureError("its words hold a secret after masking")


async def _call(browser: CDPSession, context: int, function: str, *given: Any) -> Any:  # noqa: ANN401 - JSON
    answer = await browser.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": function, "executionContextId": context, "returnByValue": True,
            "arguments": [{"value": one} for one in given],
        },
    )  # fmt: skip
    if "exceptionDetails" in answer:
        raise NoPictureError("its words could not be read")
    return answer["result"].get("value")


async def _painted(browser: CDPSession) -> _Painted:
    """Read what is painted, in shadow trees and before and after elements too.

    Raises:
        NoPictureError: where it holds a secret, or something is shown whose letters nobody can read.
    """
    answer = await browser.send("DOMSnapshot.captureSnapshot", {"computedStyles": ["visibility"]})
    strings, shown = answer["strings"], answer["documents"][0]
    nodes, layout = shown["nodes"], shown["layout"]
    for node, styles in zip(layout["nodeIndex"], layout["styles"], strict=True):
        if strings[nodes["nodeName"][node]].upper() in _HIDDEN and strings[styles[0]] != "hidden":
            raise NoPictureError("it shows a frame or a drawing that cannot be masked")
    painted = _Painted(
        tuple(strings[at] for at in layout["text"] if at >= 0),
        tuple(strings[at] for name in ("inputValue", "textValue") for at in nodes[name]["value"] if at >= 0),
    )
    if holds_secret("\n".join(painted.texts)) or any(map(holds_secret, painted.fields)):
        raise NoPictureError("what it paints holds a secret after masking")
    return painted


async def _taken(page: Page, browser: CDPSession) -> bytes:
    size: Mapping[str, float] = (await browser.send("Page.getLayoutMetrics"))["cssContentSize"]
    for most in HEIGHTS:
        height = max(1, min(most, int(size["height"])))
        picture = await page.screenshot(
            full_page=True,
            animations="disabled",
            clip={"x": 0, "y": 0, "width": WIDTH, "height": height},
        )
        if len(picture) <= MAX_BYTES:
            return picture
    raise NoPictureError(f"its picture has more than {MAX_BYTES} bytes")
