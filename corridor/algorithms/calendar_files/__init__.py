"""Calendar files: https://www.rfc-editor.org/rfc/rfc5545, and what programs do with them: 5546."""
