"""What apps are told as it happens: https://docs.joinmastodon.org/methods/streaming/"""
