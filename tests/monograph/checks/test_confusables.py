import pytest

from leaflet.monograph.checks.confusables import mixed


@pytest.mark.parametrize(
    ("text", "word", "column"),
    [
        ("Take \u0440\u0430racetamol", "\u0440\u0430racetamol", 6),
        ("\u0391spirin", "\u0391spirin", 1),
        ("1\u041e mg", "1\u041e", 1),
        ("\u0440\u0430\u0440\u0430", "\u0440\u0430\u0440\u0430", 1),
    ],
)
def test_letters_of_another_alphabet_are_reported(text: str, word: str, column: int) -> None:
    (found,) = mixed(text, "examplin.md")
    assert (found.code, found.line, found.column) == ("look-alike-letter", 1, column)
    assert found.message.startswith(f'"{word}" has letters of another alphabet')


@pytest.mark.parametrize(
    "text", ["Paracetamol", "5 μg of TNFα and IFN-γ", "Принимать с водой, как сахар", "Λαμβάνετε"]
)
def test_words_of_one_alphabet_and_symbols_are_accepted(text: str) -> None:
    assert list(mixed(text, "examplin.md")) == []
