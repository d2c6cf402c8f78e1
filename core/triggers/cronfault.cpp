// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldreader.h"

namespace carillon {

namespace {

/// What a range that runs backwards covers if it goes on over the end of the field.
QString wrapped(const CronFieldGrammar &grammar, QStringView written)
{
    const auto dash = written.indexOf(u'-');
    const QString first = written.first(dash).toString();
    const QString last = written.sliced(dash + 1).toString();
    if (grammar.field == CronField::Year)
        return last + u'-' + first;
    const QStringList names = cronNames(grammar);
    const auto shown = [&](int number, const QString &like) {
        return like.front().isLetter() ? names[number - grammar.least] : QString::number(number);
    };
    const auto range = [](const QString &from, const QString &to) {
        return from.compare(to, Qt::CaseInsensitive) == 0 ? from : from + u'-' + to;
    };
    return range(first, shown(grammar.top(), first)) + u',' +
           range(shown(grammar.least, last), last);
}

} // namespace

CronMistake describeFault(const CronFieldReader::Fault &fault, const CronFieldGrammar &grammar,
                          QStringView text)
{
    CronMistake mistake;
    mistake.kind = fault.kind;
    mistake.field = grammar.field;
    mistake.column = fault.begin - text.begin() + 1;
    mistake.length = fault.end - fault.begin;
    mistake.wrong = QStringView(fault.begin, fault.end).toString();
    mistake.fieldText = text.toString();
    mistake.least = fault.least;
    if (fault.most != CronFieldGrammar::anyStep)
        mistake.most = fault.most;
    if (fault.kind == CronMistake::Kind::Backwards)
        mistake.instead = wrapped(grammar, mistake.wrong);
    return mistake;
}

} // namespace carillon
