"""A broken file stops the loading with what is wrong with it."""

from __future__ import annotations

import pytest

from crampwise.knowledge import check
from crampwise.knowledge.errors import KnowledgeError
from crampwise.knowledge.loader import load

MAGNESIUM = "nutrients/magnesium.yml"
YAML_FILES = [
    "sources.yml",
    "medicines.yml",
    "conditions.yml",
    "remedies.yml",
    "cautions.yml",
    "diets.yml",
    "measures.yml",
    "topics.yml",
    "facets.yml",
    "red_flags.yml",
    "contacts.yml",
    "wording.yml",
    "terms.yml",
]


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM])
def test_a_file_that_is_not_yaml_is_told_with_its_line(copy, file):
    copy.append(file, "\n: [unclosed\n")
    problem = next(p for p in copy.problems() if p.file == file)
    assert problem.key.startswith("line ")
    assert problem.reason.startswith("is not valid YAML")


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM, "foods.csv", "intakes.csv"])
def test_a_file_that_is_not_utf8_is_told_with_the_place(copy, file):
    path = copy.root / file
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"\n# caf\xe9\n")
    problem = next(p for p in copy.problems() if p.file == file)
    assert problem.reason == "is not UTF-8 text"
    assert problem.key.startswith("byte ")
    assert file.endswith(".csv") or problem.key == f"byte {size + 6}"


@pytest.mark.parametrize("file", [*YAML_FILES, MAGNESIUM])
def test_an_empty_file_is_told(copy, file):
    (copy.root / file).write_text("# nothing but a comment\n", encoding="utf-8")
    assert f"{file}: file: is empty" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", ["foods.csv", "intakes.csv"])
def test_a_table_without_rows_is_told(copy, file):
    path = copy.root / file
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text("", encoding="utf-8")
    assert any(p.file == file and p.key == "header" for p in copy.problems())
    path.write_text(header + "\n", encoding="utf-8")
    assert f"{file}: file: has no rows" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", [*YAML_FILES, "foods.csv", "intakes.csv"])
def test_a_missing_file_is_told(copy, file):
    (copy.root / file).unlink()
    assert f"{file}: file: is missing" in list(map(str, copy.problems()))


@pytest.mark.parametrize("file", ["sources.yml", "medicines.yml", "topics.yml"])
def test_a_list_file_that_holds_something_else_is_told(copy, file):
    (copy.root / file).write_text("id: one\n", encoding="utf-8")
    assert any(p.file == file and "must be a list of entries" in p.reason for p in copy.problems())


def test_a_nutrient_in_a_file_of_another_name_is_told(copy):
    (copy.root / MAGNESIUM).rename(copy.root / "nutrients" / "mg.yml")
    assert any(p.reason == "is magnesium; name the file magnesium.yml" for p in copy.problems())


def test_a_table_saved_by_excel_loads(copy):
    path = copy.root / "foods.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert "almond" in load(copy.root).foods


def test_an_entry_that_is_no_mapping_is_told(copy):
    copy.append("remedies.yml", "\n- just words\n")
    assert "must be a mapping" in copy.complaint().reason


def test_a_folder_that_is_not_there_is_told_file_by_file(tmp_path):
    with pytest.raises(KnowledgeError) as error:
        load(tmp_path / "nowhere")
    assert {problem.reason for problem in error.value.problems} == {"is missing"}


def test_the_command_prints_each_problem_on_its_own_line(copy, capsys):
    copy.change(MAGNESIUM, "kind: mineral", "kind: metal")
    assert check.main(copy.root) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{MAGNESIUM}: nutrient.kind: ")
