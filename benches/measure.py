"""Runs whole processes and measures them: wall time, peak memory, and the ratio of two commands that take turns."""

import ctypes
import os
import statistics
import sys
import time
from typing import NamedTuple

NOWHERE = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]


class Run(NamedTuple):
    seconds: float
    code: int
    memory: int  # bytes


class Ratio(NamedTuple):
    median: float
    quarter: float
    three_quarters: float
    one: float  # median seconds of the first command
    other: float  # and of the second


def run(command):
    """One process from its start to its end, with nothing to read and nowhere to write."""
    begin = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=NOWHERE)
    _, status, usage = os.wait4(child, 0)
    return Run(time.perf_counter() - begin, os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024)


def told(command, enough=4096):
    """Exit code, and the beginning of what a command says on both streams."""
    reading, writing = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_DUP2, writing, 2), (os.POSIX_SPAWN_CLOSE, reading)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=NOWHERE[:1] + actions)
    os.close(writing)
    text = b""
    with open(reading, "rb") as pipe:
        while piece := pipe.read(65536):
            text += piece[: enough - len(text)]
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text.decode(errors="replace").strip()


def peak(command):
    """Peak memory of a process in bytes.

    The kernel counts for a new process what the one that started it held, and Python holds more than the program needs for a small
    file. So a shell starts it and goes, and this process, made the parent of orphans, waits for it.
    """
    if sys.platform == "linux":
        set_child_subreaper = 36  # linux/prctl.h
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)
        shell = ["/bin/sh", "-c", '"$@" &', "sh", *command]
        os.waitpid(os.posix_spawn(shell[0], shell, os.environ, file_actions=NOWHERE), 0)
        _, status, usage = os.wait4(-1, 0)
        done = Run(0, os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024)
    else:
        done = run(command)
    if done.code != 0:
        failed(command, done.code)
    return done.memory


def failed(command, code):
    raise SystemExit(f"{' '.join(command)}: exit code {code}\n{told(command)[1]}")


def pairs(one, other, count):
    """Seconds of the first command over those of the second, pair by pair: A B A B, so that drift of the machine hits both."""
    taken = []
    for at in range(count + 1):
        pair = []
        for command in (one, other):
            done = run(command)
            if done.code != 0:
                failed(command, done.code)
            pair.append(done.seconds)
        if at > 0:  # the first pair fills caches
            taken.append(pair)
    ratios = [a / b for a, b in taken]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return Ratio(middle, low, high, statistics.median(a for a, _ in taken), statistics.median(b for _, b in taken))
