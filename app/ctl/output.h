// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/table.h"
#include "app/exitcode.h"

#include <QIODevice>
#include <QJsonValue>

#include <optional>

namespace carillon::ctl {

/// Where a command writes its answer and what it has to say beside it. Both devices must outlive
/// it.
class Output
{
    Q_DISABLE_COPY_MOVE(Output)

public:
    Output(QIODevice &answers, QIODevice &remarks, const Terminal &terminal, bool isJson);

    const Terminal &terminal() const { return m_terminal; }
    /// Whether programs read the answer: it is JSON then, and nothing else.
    bool isJson() const { return m_isJson; }

    /// Text as it stands.
    void print(const QString &text) { printBytes(text.toUtf8()); }
    void printBytes(const QByteArray &bytes);
    void printLine(const QString &text) { print(text + u'\n'); }
    void printTable(const Table &table) { print(table.text(m_terminal)); }
    /// Indented on a terminal, else on one line.
    void printJson(const QJsonValue &value);
    /// A text that is the whole answer: as it stands, or as the value of `key` for programs.
    void printText(const QString &key, const QString &text);

    /// Beside the answer, on stderr; for people.
    void remark(const QString &text);
    /// How far long work has come, on one line that the next one replaces; on a terminal only.
    void progress(const QString &text);
    /// Says what went wrong, and as which exit code.
    ExitCode fail(const Error &error);
    /// The same for something that is not accepted on the command line.
    ExitCode failUsage(const Error &error);

    /// Whether somebody still reads the answers.
    bool isRead() const { return m_isRead; }
    /// What kept answers from being written; nothing if only nobody reads them any more.
    const std::optional<Error> &writeError() const { return m_writeError; }

private:
    void endProgress();
    void tell(const Error &error);

    QIODevice &m_answers;
    QIODevice &m_remarks;
    Terminal m_terminal;
    bool m_isJson;
    bool m_isRead = true;
    std::optional<Error> m_writeError;
    bool m_hasProgress = false;
};

} // namespace carillon::ctl
