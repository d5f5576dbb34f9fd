"""Which door a change takes: only plain files of `docs/` and `data/` take the short one; doubt takes the long one."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from scripts.door import MORNING, MOST, door
from tests.paths import ROOT

SCRIPT = ROOT / ".github/scripts/door.sh"
WORKFLOW = ROOT / ".github/workflows/site.yml"

Git = Callable[..., str]


def entry(path: str, status: str = "M", before: str = "100644", after: str = "100644") -> bytes:
    """A line of `git diff --raw -z`."""
    return f":{before} {after} {'0' * 40} {'1' * 40} {status}\0{path}\0".encode()


def test_text_and_data_take_the_short_door_for_proposals_and_merges() -> None:
    diff = entry("docs/guideline/r5/rinen.md") + entry("data/groups.yml") + entry("docs/新しい.md", "A", "000000")

    for event in ("pull_request", "push"):
        found, why = door(event, diff)
        assert found == "content"
        assert "docs/ と data/" in why


@pytest.mark.parametrize(
    "diff",
    [
        None,
        b"",
        b"\0",
        b"docs/index.md\0",
        b"docs/index.md\n",
        entry("macros/site/build.py"),
        entry("docs/index.md") + entry("Makefile"),
        entry("README.md"),
        entry("mkdocs.yml"),
        entry(".github/workflows/site.yml"),
        entry("docs"),
        entry("docsx/index.md"),
        entry("data.yml"),
        entry("Docs/index.md"),
        entry("./docs/index.md"),
        entry("docs/../Makefile"),
        entry("docs/a\\..\\b.md"),
        entry("docs/a\nb.md"),
        entry("docs/index.md", "D", "100644", "000000"),
        entry("docs/index.md", "T", "100644", "120000"),
        entry("docs/index.md", "A", "000000", "120000"),
        entry("docs/index.md", "A", "000000", "160000"),
        entry("docs/index.md", "A", "000000", "100755"),
        entry("docs/index.md", "M", "100644", "100755"),
        entry("docs/index.md", "U"),
        entry("docs/index.md", "X"),
        entry("docs/a.md", "R100") + b"docs/b.md\0",
        entry("docs/a.md", "C075") + b"docs/b.md\0",
        entry("docs/a.md", "R100") + b"docs/b.md\0" + entry("docs/c.md", "R090") + b"docs/d.md\0",
        entry("docs/index.md")[:-1],
        entry("docs/index.md")[:-4],
        entry("docs/index.md") + b":100644 100644",
        b"".join(entry(f"docs/{number}.md") for number in range(MOST + 1)),
    ],
)
def test_what_is_in_doubt_takes_the_long_door(diff: bytes | None) -> None:
    found, why = door("pull_request", diff)

    assert found == "everything"
    assert why.endswith("すべての試験を行います。")


def test_as_many_files_as_people_look_through_take_the_short_door() -> None:
    assert door("pull_request", b"".join(entry(f"docs/{number}.md") for number in range(MOST)))[0] == "content"


@pytest.mark.parametrize(
    ("event", "schedule", "expected"),
    [
        ("schedule", MORNING, "content"),
        ("schedule", "37 18 * * *", "everything"),
        ("schedule", "", "everything"),
        ("workflow_dispatch", "", "everything"),
        ("pull_request_target", "", "everything"),
        ("push", MORNING, "content"),
        ("", MORNING, "everything"),
    ],
)
def test_the_night_and_the_hand_run_everything_and_the_morning_only_builds(
    event: str, schedule: str, expected: str
) -> None:
    assert door(event, entry("docs/index.md"), schedule)[0] == expected


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A repository with this one's door in its first commit; runs git in it."""
    home = tmp_path / "repository"
    (home / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/door.py", home / "scripts")
    (home / "docs").mkdir()
    (home / "docs/index.md").write_text("前の文\n" * 9, encoding="utf-8")

    def run(*arguments: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.jp", *arguments]
        return subprocess.run(command, cwd=home, check=True, capture_output=True, text=True).stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    run("add", "--all")
    run("commit", "--quiet", "--message=first")
    return run


def decide(git: Git, base: str = "HEAD^1", event: str = "pull_request") -> str:
    """The door that the script tells GitHub, after everything was committed."""
    home = Path(git("rev-parse", "--show-toplevel"))
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message=change")
    output = home.parent / "output"
    output.write_text("", encoding="utf-8")
    environment = {**os.environ, "GITHUB_OUTPUT": str(output), "SCHEDULE": ""}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    subprocess.run([str(SCRIPT), event, base], cwd=home, env=environment, check=True, capture_output=True)
    (line,) = output.read_text(encoding="utf-8").splitlines()
    return line.removeprefix("door=")


def change_text(home: Path) -> None:
    """A sentence is rewritten."""
    (home / "docs/index.md").write_text("後の文\n", encoding="utf-8")


def add_data(home: Path) -> None:
    """A file is added."""
    (home / "data").mkdir()
    (home / "data/団体.yml").write_text("a: 1\n", encoding="utf-8")


def rename_text(home: Path) -> None:
    """A page moves."""
    (home / "docs/index.md").rename(home / "docs/other.md")


def delete_text(home: Path) -> None:
    """A page goes."""
    (home / "docs/index.md").unlink()


def add_link(home: Path) -> None:
    """A page is a link."""
    (home / "docs/link.md").symlink_to("/etc/passwd")


def change_program(home: Path) -> None:
    """The rules of the door are opened wide."""
    (home / "scripts/door.py").write_text("print('door=content')\nraise SystemExit(0)\n", encoding="utf-8")


def change_nothing(home: Path) -> None:
    """Nothing changed: nothing is known."""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (change_text, "content"),
        (add_data, "content"),
        (rename_text, "everything"),
        (delete_text, "everything"),
        (add_link, "everything"),
        (change_program, "everything"),
        (change_nothing, "everything"),
    ],
)
def test_the_script_asks_git_and_the_base_branch(git: Git, change: Callable[[Path], None], expected: str) -> None:
    change(Path(git("rev-parse", "--show-toplevel")))

    assert decide(git) == expected


@pytest.mark.parametrize("base", ["", "0" * 40, "nowhere"])
def test_a_base_that_cannot_be_had_runs_everything(git: Git, base: str) -> None:
    change_text(Path(git("rev-parse", "--show-toplevel")))

    assert decide(git, base, "push") == "everything"


def test_a_base_without_the_program_runs_everything(git: Git) -> None:
    git("rm", "--quiet", "scripts/door.py")
    git("commit", "--quiet", "--message=without")
    change_text(Path(git("rev-parse", "--show-toplevel")))

    assert decide(git) == "everything"


def test_the_workflow_names_the_morning_its_zone_and_one_required_check() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    triggers, jobs = workflow[True], workflow["jobs"]  # YAML takes `on` for true

    crons = [one["cron"] for one in triggers["schedule"]]
    assert MORNING in crons
    assert len(crons) == 2
    assert all("JST" in line and "UTC" in line for line in text.splitlines() if "- cron:" in line)
    assert "paths" not in str(triggers)
    assert (jobs["test"]["name"], jobs["test"]["if"]) == ("検査", "${{ !cancelled() }}")
    assert jobs["test"]["needs"] == "door"
    assert all(job.get("permissions", {}).keys() <= {"contents", "pages", "id-token"} for job in jobs.values())
    assert [name for name, job in jobs.items() if "permissions" in job] == ["pages", "deploy"]
    assert "refs/heads/main" in jobs["pages"]["if"]
    assert "github.event_name != 'pull_request'" in jobs["pages"]["if"]


def test_without_an_answer_the_workflow_runs_everything() -> None:
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["test"]["steps"]
    conditions = {step["run"].split()[-1]: step.get("if") for step in steps if "plain.sh" in step.get("run", "")}

    assert conditions["build"] == "needs.door.outputs.door == 'content'"
    assert conditions["test"] == "needs.door.outputs.door != 'content'"
    assert conditions[".venv/.site"] is None


def test_nothing_but_annotations_is_printed_where_commands_are_read() -> None:
    """Every step that prints what may come from a file is wrapped, but for the one that prints annotations."""
    steps = [
        step["run"]
        for job in yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    printing = [run for run in steps if ".venv/" in run or "make " in run]

    assert len(printing) == 6
    assert [run for run in printing if "plain.sh" not in run and "--format github" not in run] == []


def test_the_pins_of_every_kind_are_kept_up_with_a_pause() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]

    assert [one["package-ecosystem"] for one in updates] == ["pip", "npm", "github-actions"]
    assert all(one["cooldown"]["default-days"] >= 7 and one["groups"] for one in updates)
    assert all(one["schedule"]["timezone"] == "Asia/Tokyo" for one in updates)


def test_no_owner_is_invented() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not line.startswith("#")] == []
