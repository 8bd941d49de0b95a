"""Receivers of pushes as customers run them: on real sockets, and with the faults that such programs have."""

import json
import queue
import socket
import ssl
import threading
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn

PATIENCE = 10


@dataclass(frozen=True)
class Push:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: Message
    body: bytes

    @property
    def content(self):
        """What the body says."""
        return json.loads(self.body)

    @property
    def event_id(self):
        """By which duplicates are told."""
        return self.content["event"]["eventId"]


class Receiver:
    """Listens on a free port of this machine, keeps the pushes that come, and behaves as it is told to.

    A behaviour is called with the request's handler. It holds for the pushes that come after it was told."""

    def __init__(self, certificate=None, listens=True):
        self.behaviour = accept
        self.pushes = queue.Queue()
        self.refusals = queue.Queue()
        self.certificate = certificate
        self._released = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02])
        if listens:
            self.listen()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.release()
        self._server.end()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def url(self):
        """Where it is reached, by a name that certificates can be for."""
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://localhost:{self._server.server_address[1]}/dt"

    def listen(self):
        """Takes connections from now on; until then they are refused, as those to a closed port are."""
        self._server.server_activate()
        self._thread.start()

    def next_push(self):
        """The next push, once it is there."""
        return self.pushes.get(timeout=PATIENCE)

    def next_refusal(self):
        """Why the other side does not trust the certificate, in its own words."""
        return self.refusals.get(timeout=PATIENCE).reason

    def hold(self, exchange):
        """The behaviour of a receiver that accepts, but only once it is released."""
        self._released.wait(6 * PATIENCE)
        accept(exchange)

    def release(self):
        """Lets it answer what it holds."""
        self._released.set()


def answering(status, **headers):
    """The behaviour of a receiver that always answers so."""

    def answer(exchange):
        exchange.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            exchange.send_header(name, value)
        exchange.end_headers()

    return answer


accept = answering(200)


def answer_half(exchange):
    """Promises more than it sends."""
    answering(200, **{"Content-Length": "100"})(exchange)
    exchange.wfile.write(b"{")
    exchange.close_connection = True


def vanish(exchange):
    """Takes the push and closes without a byte."""
    exchange.close_connection = True


def speak_no_http(exchange):
    """Answers as another kind of server would."""
    exchange.wfile.write(b"220 mail.example.com ESMTP\r\n")
    exchange.close_connection = True


class _Server(ThreadingMixIn, TCPServer):
    """Each connection has a thread; all have ended when the server has."""

    request_queue_size = 64

    def __init__(self, receiver):
        super().__init__(("127.0.0.1", 0), _Handler, bind_and_activate=False)
        self.receiver = receiver
        self._connections = set()
        self._is_serving = False
        self.server_bind()

    def server_activate(self):
        super().server_activate()
        self._is_serving = True

    def process_request_thread(self, request, client_address):
        try:
            if self.receiver.certificate:
                request = _tls(self.receiver.certificate).wrap_socket(request, server_side=True)
        except ssl.SSLError as refusal:
            self.receiver.refusals.put(refusal)
            return
        self._connections.add(request)
        super().process_request_thread(request, client_address)
        self._connections.discard(request)

    def handle_error(self, request, client_address):
        """Says nothing of pushes that the other side has given up."""

    def end(self):
        """Serves no more."""
        if self._is_serving:
            self.shutdown()
        for connection in list(self._connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # The other side was faster.
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One connection, on which pushes may follow one another."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        behaviour = self.server.receiver.behaviour
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.receiver.pushes.put(Push(self.command, self.path, self.headers, body))
        behaviour(self)

    # A redirect that is followed may become this.
    do_GET = do_POST

    def log_message(self, *_):
        pass


def _tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
