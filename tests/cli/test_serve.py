import socket

from corridor.cli.main import main


def test_a_port_in_use_is_named_in_a_plain_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code = main(["serve", "--port", str(port)])

    assert code == 1
    assert f"Port {port} is in use" in capsys.readouterr().err
