"""Lists the sessions of a Nimble, signed with its management token, and ends one: Python's standard library alone.

    python3 round.py http://127.0.0.1:8082 TOKEN
"""

import base64
import hashlib
import json
import sys
import urllib.error
import urllib.parse
import urllib.request


def call(url, path, token, body=None, salt="123456"):
    digest = hashlib.md5((salt + "/" + token).encode()).digest()
    query = urllib.parse.urlencode({"salt": salt, "hash": base64.b64encode(digest).decode()})
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(url + path + "?" + query, data=data, timeout=10) as answer:
        return json.load(answer)


def main(url, token):
    sessions = call(url, "/manage/sessions", token)
    assert sessions, "there are no sessions"
    first = sessions[0]
    assert isinstance(first["id"], int) and first["app"] and first["stream"] and first["type"], first

    answer = call(url, "/manage/sessions/delete", token, body=[first["id"]])
    assert answer == {"status": "Ok"}, answer

    left = call(url, "/manage/sessions", token)
    assert [session["id"] for session in left] == [session["id"] for session in sessions[1:]], "another list was expected"

    try:
        call(url, "/manage/sessions", token + "x")
    except urllib.error.HTTPError as refused:
        assert refused.code == 403, refused.code
    else:
        raise AssertionError("a wrong token was accepted")
    print("Python: {} sessions, one of them ended".format(len(sessions)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
