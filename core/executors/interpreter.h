// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace carillon {

/// What runs a script: a program, by path or name, and the arguments before the script's path.
struct Interpreter
{
    QStringList programs = {}; ///< in order of preference; empty: the file itself is the program
    QStringList arguments = {};
    bool isFromFirstLine = false;

    bool operator==(const Interpreter &) const = default;
};

/// What the first line of a script asks for (`#!/usr/bin/env -S perl -w`); nothing without `#!`.
/// `env NAME` is read as NAME, so that a missing interpreter is noticed before the start.
Interpreter interpreterFromFirstLine(const QByteArray &line);

/// By the extension of a file; nothing for an unknown one.
Interpreter interpreterFromExtension(const QString &path, const QString &python);

} // namespace carillon
