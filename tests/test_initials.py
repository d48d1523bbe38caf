"""The glossary's letters are those a reader looks under."""

import pytest

from macros.pages.initials import DIGITS, initial, order


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("八不、五弊", "B"),
        ("优秀案例", "Y"),
        ("“我为疫后重振和‘十四五’规划献一计”", "W"),
        ("村“两委”", "C"),
        ("重点协商", "Z"),
        ("调研", "D"),
        ("座谈会", "Z"),
        ("啊", "A"),
        ("PPT", "P"),
        ("14527+N中的7", DIGITS),
    ],
)
def test_a_name_stands_under_the_letter_it_is_read_with(name: str, letter: str):
    assert initial(name, "x") == letter


@pytest.mark.parametrize("rare", ["瓯江", "鄞州", "𠮷"])
def test_a_rare_character_stands_where_its_id_says(rare: str):
    assert initial(rare, "ou") == "O"


def test_names_of_one_letter_follow_their_sound():
    assert sorted(["“双”评", "事项", "双协", "书房"], key=order) == ["事项", "书房", "“双”评", "双协"]
