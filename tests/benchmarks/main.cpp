// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/util/largepages.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <cstdio>

#ifdef CARILLON_HAS_UI
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace carillon {

void printFigure(const QString &name, double value, const QString &unit, qint64 n)
{
    const QJsonObject figure{
        {u"name"_qs, name}, {u"value"_qs, value}, {u"unit"_qs, unit}, {u"n"_qs, n}};
    std::puts(QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace carillon

int main(int argc, char *argv[])
{
    carillon::takeLargePages(argv); // as `carillonctl serve`
    Application application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    bool known = wanted.isEmpty();
    const auto run = [&](const QString &name, void (*benchmark)()) {
        const QString group = name.section(u'.', 0, 0);
        if (!wanted.isEmpty() && !wanted.contains(name) && !wanted.contains(group))
            return;
        known = true;
        benchmark();
    };
    run(u"triggers"_qs, carillon::benchTriggers);
    for (const bool inNewYork : {false, true}) {
        if (wanted.contains(inNewYork ? u"triggers.daily.zone"_qs : u"triggers.daily"_qs)) {
            known = true;
            carillon::countDaily(inNewYork);
        }
    }
    run(u"engine.dispatch"_qs, carillon::benchDispatch);
    run(u"engine.lateness"_qs, carillon::benchLateness);
    run(u"engine.jobs"_qs, carillon::benchJobs);
    run(u"engine.hold"_qs, carillon::benchHold);
    run(u"retention"_qs, carillon::benchRetention);
#ifdef Q_OS_UNIX
    run(u"processes"_qs, carillon::benchProcesses);
    run(u"http"_qs, carillon::benchHttp);
    run(u"python"_qs, carillon::benchPython);
#endif
#ifdef CARILLON_HAS_UI
    run(u"desktop"_qs, carillon::benchDesktop);
#endif
    if (known)
        return 0;
    std::fputs("carillon_bench [triggers] [engine[.dispatch|.lateness|.jobs|.hold]] [processes] "
               "[http] [python] [retention] [desktop]\n",
               stderr);
    return 64;
}
