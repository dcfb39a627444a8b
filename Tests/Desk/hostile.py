"""A page of another port, in the same browser, that tries to read the desk and to tick on it."""

import http.server
import threading

PAGE = """<!DOCTYPE html><html lang="en"><title>elsewhere</title><body>
<img id="image" src="{url}/actions"><iframe id="frame" src="{url}/actions"></iframe>
<form id="form" method="post" action="{url}{path}/pointer" target="landing">
<input name="jeton" value="{token}"><input name="pointer" value="{button}"></form><iframe name="landing"></iframe>
<script>
window.told = {{}};
const body = new URLSearchParams({{jeton: "{token}", pointer: "{button}"}});
Promise.allSettled([
  fetch("{url}/actions", {{credentials: "include"}}).then(r => r.text()).then(t => told.read = t.length),
  fetch("{url}{path}/pointer", {{method: "POST", mode: "no-cors", credentials: "include", body}}),
]).then(() => {{ document.getElementById("form").submit(); setTimeout(() => told.done = true, 1500); }});
</script></body></html>"""


def serve(url, path, token, button):
    """Serves the page on a port of its own; its address, what the browser sent it, and how to stop it."""
    cookies = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            cookies.append(self.headers.get("Cookie"))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.format(url=url, path=path, token=token, button=button).encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/", cookies, server.shutdown
