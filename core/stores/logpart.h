// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/logchunk.h"

#include <QFile>

#include <optional>

/// A part of a log is a file `x.log` with bytes as they came, and beside it `x.spans`, which tells
/// the streams apart: the lengths of the stretches as LEB128 numbers, in turn of Out and Err,
/// beginning with Out. The last stretch reaches to the end. Without that file all is Out.
namespace carillon::logparts {

/// Appends to a part; creates its files, and their folder, when there is something to write.
class Writer
{
    Q_DISABLE_COPY_MOVE(Writer)

public:
    /// Replaces what lies there.
    explicit Writer(const QString &path);

    qint64 size() const { return m_size; }
    /// False if the operating system refuses, then errorText() says why.
    bool append(OutputChannel channel, const QByteArray &bytes);
    /// Makes all of it visible to readers.
    bool flush();
    QString errorText() const;

private:
    bool create(QFile &file);
    bool endStretch();

    QFile m_data;
    QFile m_spans;
    OutputChannel m_channel = OutputChannel::Out;
    qint64 m_stretchStart = 0;
    qint64 m_size = 0;
};

/// Walks through the stretches of a part.
class Spans
{
    Q_DISABLE_COPY_MOVE(Spans)

public:
    explicit Spans(const QString &path);

    /// In order and without gaps; nothing at the end.
    std::optional<LogSpan> next();

private:
    std::optional<qint64> readNumber();

    QFile m_file;
    qint64 m_size;
    qint64 m_offset = 0;
    OutputChannel m_channel = OutputChannel::Err; // turned before the first stretch
};

void remove(const QString &path);
void rename(const QString &from, const QString &to);

/// Adds a whole part to another one; false as append().
bool copy(const QString &from, Writer &to);

} // namespace carillon::logparts
