"""What is sent again at the same moment becomes one token, which ends with the second."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from oauth2_provider.models import AccessToken


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
)
@pytest.mark.django_db(transaction=True)
def test_a_code_sent_six_times_at_once_gives_one_token_that_is_over(
    amara, pocket, code_for, exchange
):
    code = code_for(amara, pocket)

    def send(_time):
        try:
            return exchange(pocket, code=code).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=6) as threads:
        answers = sorted(threads.map(send, range(6)))

    assert answers == [200, 400, 400, 400, 400, 400]
    assert AccessToken.objects.count() == 0
