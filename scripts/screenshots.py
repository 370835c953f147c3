"""Take a screenshot of the samples' catalogue in Chromium: `make screenshots`."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

CHECKOUT = Path(__file__).parents[1]
PICTURE = CHECKOUT / "docs" / "images" / "catalogue.png"
WINDOW = ViewportSize(width=1100, height=760)


def main() -> None:
    """Print ``content/`` and take a screenshot of its catalogue during a search."""
    found = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if found is None:
        sys.exit("screenshots need Chromium: apt-get install chromium")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        content = CHECKOUT / "content"
        build = (sys.executable, "-m", "leaflet", "build", content, "-o", folder)
        subprocess.run(build, check=True, cwd=folder)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport=WINDOW, device_scale_factor=1.5)
        page.goto(Path(folder, "index.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type("anti")
        page.wait_for_load_state("networkidle")
        shot = Image.open(BytesIO(page.screenshot()))
        shot.convert("RGB").quantize(96).save(PICTURE, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
