// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "app/desktop/desktop.h"
#include "support/jobbuilder.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

namespace carillon {

namespace {

/// Ends an event loop when a main window has been painted for the first time.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QEventLoop &loop) : m_loop(loop) { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->inherits("QMainWindow")) {
            qApp->removeEventFilter(this);
            QTimer::singleShot(0, &m_loop, &QEventLoop::quit); // after the painting itself
        }
        return false;
    }

private:
    QEventLoop &m_loop;
};

/// From nothing to a painted window, and on to a filled table, on a profile with `jobs` jobs.
void benchStart(int jobs)
{
    using namespace std::chrono_literals;
    QTemporaryDir folder;
    const SystemClock clock;
    {
        Engine engine(clock, {Profile(folder.path()), {}, {}, false});
        auto started = engine.start();
        started.waitForFinished();
        std::vector<JobEntry> entries;
        for (int i = 0; i < jobs; ++i)
            entries.push_back(
                {intervalJob(qPrintable(u"job-%1"_qs.arg(i)), clock.now(), 24h), false, {}, {}});
        Result<Scheduler::Imported> imported = Scheduler::Imported();
        QMetaObject::invokeMethod(
            &engine.scheduler(),
            [&] {
                imported = engine.scheduler().importJobs(entries, {{clock.now(), Zone::utc()}});
            },
            Qt::BlockingQueuedConnection);
        if (!imported)
            qFatal("%s", qPrintable(imported.error().message));
    }
    QEventLoop loop;
    const PaintWatch watch(loop);
    CommandLine line;
    line.profile = folder.path();
    const Stopwatch stopwatch;
    Desktop desktop(clock, line);
    desktop.start();
    loop.exec();
    printFigure(u"desktop.first_window_%1_jobs"_qs.arg(jobs), stopwatch.seconds() * 1000, u"ms"_qs,
                jobs);
    const auto *table = desktop.window()->findChild<QTableView *>(u"jobTable"_qs);
    while (table->model()->rowCount() < jobs)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    printFigure(u"desktop.table_filled_%1_jobs"_qs.arg(jobs), stopwatch.seconds() * 1000, u"ms"_qs,
                jobs);
}

} // namespace

void benchDesktop()
{
    benchStart(10); // the first one also loads fonts and plug-ins
    benchStart(10'000);
}

} // namespace carillon
