// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// The readers of text from outside, each with what it promises.
///
/// Each function puts one input, however odd, through a reader and says which promise was broken;
/// nothing if all were kept. libFuzzer looks for inputs that break one; tst_fuzzcorpus replays the
/// inputs that are worth keeping.
namespace carillon::fuzz {

QString dates(const QByteArray &text);

QString zonenames(const QByteArray &text);
/// The bytes of a TZif file.
QString zonefiles(const QByteArray &bytes);
/// The rule at the end of a TZif file and in TZ.
QString posixrules(const QByteArray &text);

/// A line for each field of an APScheduler cron trigger, from the year on; an empty one is a field
/// left out.
QString cronfields(const QByteArray &lines);

/// A line of text in each of the other dialects of cron.
QString apschedulercrontab(const QByteArray &text);
QString crontab(const QByteArray &text);
QString seconds(const QByteArray &text);
QString quartz(const QByteArray &text);
QString kinit(const QByteArray &text);

/// `{"kind": …, "args": {…}}`.
QString triggers(const QByteArray &json);

/// A call expression: `package.module.Class("text", 1)`.
QString calls(const QByteArray &text);

/// `{"func": …, "args": […], "kwargs": {…}}`.
QString funcs(const QByteArray &json);

/// What a web server sends.
QString httpanswers(const QByteArray &bytes);

/// What a client of the HTTP endpoint sends.
QString httprequests(const QByteArray &bytes);

/// The output of a program: a byte for the encoding, one for how it is cut into pieces, the rest.
QString outputs(const QByteArray &input);

struct Reader
{
    const char *name; ///< of the target and of its folder in tests/data/fuzz
    QString (*take)(const QByteArray &input);
};

inline constexpr Reader readers[] = {
    {"dates", dates},           {"zonenames", zonenames},
    {"zonefiles", zonefiles},   {"posixrules", posixrules},
    {"cronfields", cronfields}, {"triggers", triggers},
    {"funcs", funcs},           {"apschedulercrontab", apschedulercrontab},
    {"crontab", crontab},       {"seconds", seconds},
    {"quartz", quartz},         {"kinit", kinit},
    {"calls", calls},           {"httpanswers", httpanswers},
    {"outputs", outputs},       {"httprequests", httprequests},
};

} // namespace carillon::fuzz
