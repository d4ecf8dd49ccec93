"""Write docs/nginx.conf from the table of headers in fichebak/hosting.py.

Run it after a change there: `python generator/scripts/make_nginx_sample.py`.
"""

from pathlib import Path

from fichebak.hosting import nginx

SAMPLE = Path(__file__).parents[2] / "docs" / "nginx.conf"

if __name__ == "__main__":
    SAMPLE.write_text(nginx(), encoding="utf-8")
    print(f"Geschreven: {SAMPLE}")
