"""Reads commands of the AWS CLI, one a line, and prints those that the CLI does not have: an unknown service, operation or option, or an
option missing that the operation requires. Nothing is called."""

import json
import shlex
import sys

from awscli.clidriver import create_clidriver

driver = create_clidriver()
everywhere = set(driver._get_argument_table())


def table_of(command):
    if hasattr(command, "_get_command_table"):
        return command._get_command_table()
    return getattr(command, "subcommand_table", {})


def arguments_of(command):
    return getattr(command, "arg_table", {})


def wrong(line):
    words = shlex.split(line)[1:]
    command, path = None, []
    names = driver._get_command_table()
    while names:
        word = next((word for word in words if not word.startswith("--")), "")
        if word not in names:
            return f"no command {' '.join(path + [word])}"
        words.remove(word)
        path.append(word)
        command, names = names[word], table_of(names[word])
    arguments = arguments_of(command)
    options = [word[2:] for word in words if word.startswith("--")]
    for option in options:
        if option not in arguments and option not in everywhere and option not in ("max-items", "page-size"):
            return f"{' '.join(path)} has no option --{option}"
    missing = [
        name
        for name, argument in arguments.items()
        if argument.required and not getattr(argument, "positional_arg", False) and name not in options
    ]
    return f"{' '.join(path)} needs --{', --'.join(missing)}" if missing else None


found = [{"line": line, "wrong": wrong(line)} for line in json.load(sys.stdin)]
print(json.dumps([one for one in found if one["wrong"]]))
