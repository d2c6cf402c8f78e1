// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "core/scheduler/scheduler.h"
#include "core/scheduler/schedulerclient.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "core/triggers/cronsyntax.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "ui/editors/jobeditor.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

constexpr int settleTime = 300; // ms for futures to come back and layouts to come to rest

/// One language in one theme: a window over the sample profile, photographed page by page.
class Session
{
public:
    Session(const QString &language, Settings::Theme theme, const QString &suffix,
            const QDir &output)
        : m_suffix(suffix),
          m_output(output)
    {
        const bool chinese = language == u"zh_CN";
        if (!m_store.commit(sampleProfile(chinese)) || !m_scheduler.recover() ||
            !m_scheduler.start())
            qFatal("the sample was refused");
        startPhotos(chinese);
        Settings settings;
        settings.language = language;
        settings.theme = theme;
        m_window = std::make_unique<ui::MainWindow>(m_client, settings, nullptr, m_clock);
        m_window->resize(1280, 800);
        m_window->show();
        QTest::qWait(settleTime);
    }

    void photographWindow()
    {
        m_window->showJob(sampleFailedJob);
        save(*m_window, u"jobs"_qs);
        m_window->showJob(sampleRunningJob);
        auto *tabs = m_window->findChild<QTabWidget *>(u"detailTabs"_qs);
        tabs->setCurrentIndex(2);
        save(*m_window, u"log"_qs);
        tabs->setCurrentIndex(1);
        save(*m_window, u"job-runs"_qs);
        m_window->findChild<QAction *>(u"runsPageAction"_qs)->trigger();
        save(*m_window, u"runs"_qs);
    }

    void photographEditor()
    {
        ui::JobEditor editor(m_client, m_clock,
                             m_scheduler.overview(JobId{u"mail-digest"_qs})->job);
        editor.show();
        auto *tabs = editor.findChild<QTabWidget *>(u"editorTabs"_qs);
        const QStringList names{u"general"_qs, u"schedule"_qs, u"action"_qs, u"rules"_qs};
        for (int tab = 0; tab < names.size(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(editor, u"editor-"_qs + names.at(tab));
        }
    }

    void photographSchedules()
    {
        const Zone newYork = *Zone::named(u"America/New_York");
        const Trigger office = crontab(u"*/15 9-17 * * 1-5"_qs, Zone::system());
        photographSchedule(office, u"cron"_qs, {});
        photographSchedule(crontab(u"30 1,2 * * *"_qs, newYork), u"cron-dst"_qs, {});
        photographSchedule(crontab(u"30 1,2 * * *"_qs, newYork), u"cron-error"_qs,
                           u"30 1,24 * * *"_qs);
        photographSchedule(crontab(u"0 9 * * *"_qs, newYork), u"cron-switch"_qs,
                           u"0 0 9 13 * 5"_qs);
        photographSchedule(ExceptTrigger(office, {}, {{2026, 12, 25}, {2027, 1, 1}}), u"other"_qs,
                           {});
    }

private:
    static Trigger crontab(const QString &text, const Zone &zone)
    {
        const CronNotation notation = cronNotation(CronDialect::Crontab, text);
        return CronTrigger(CronFields(readCron(notation).value()), zone, {}, notation);
    }

    /// The schedule of a job, and what is typed over it if anything.
    void photographSchedule(const Trigger &trigger, const QString &name, const QString &typed)
    {
        Job job = m_scheduler.overview(JobId{u"mail-digest"_qs})->job;
        job.trigger = trigger;
        ui::JobEditor editor(m_client, m_clock, job);
        editor.show();
        editor.findChild<QTabWidget *>(u"editorTabs"_qs)->setCurrentIndex(1);
        if (!typed.isEmpty()) {
            auto *line = editor.findChild<QLineEdit *>(u"editorCronEdit"_qs);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, typed);
            QTest::qWait(2 * settleTime); // the message waits for a pause in typing
        }
        save(editor, u"editor-"_qs + name);
    }

    /// One job that is in the middle of its run, with something in its log.
    void startPhotos(bool chinese)
    {
        m_clock.advance(-38s);
        const auto run = m_scheduler.runNow(sampleRunningJob);
        m_executor.write(*run, chinese ? "正在连接 nas.local …\n比较 18,204 张照片\n"
                                       : "connecting to nas.local ...\ncomparing 18,204 photos\n");
        for (int i = 1; i <= 9; ++i)
            m_executor.write(
                *run,
                u"2026/11/IMG_%1.jpg  %2 KB\n"_qs.arg(4200 + i).arg(2100 + i * 37 % 400).toUtf8());
        emit m_executor.wroteErrors(*run, chinese
                                              ? "警告：IMG_4203.jpg 已在目标中，跳过\n"
                                              : "WARN IMG_4203.jpg is there already, skipped\n");
        for (int i = 10; i <= 14; ++i)
            m_executor.write(
                *run,
                u"2026/11/IMG_%1.jpg  %2 KB\n"_qs.arg(4200 + i).arg(2100 + i * 53 % 400).toUtf8());
        m_clock.advance(38s);
        m_scheduler.processDue();
    }

    void save(QWidget &widget, const QString &name)
    {
        QTest::qWait(settleTime);
        const QString file = m_output.filePath(u"%1-%2.png"_qs.arg(name, m_suffix));
        if (!widget.grab().save(file))
            qFatal("%s cannot be written", qPrintable(file));
    }

    QString m_suffix;
    QDir m_output;
    QTemporaryDir m_folder;
    FakeClock m_clock{sampleNow};
    MemoryStore m_store;
    FakeExecutor m_executor;
    RunLogs m_logs{QDir(m_folder.path())};
    Scheduler m_scheduler{m_clock, m_store, m_executor, m_logs, {m_folder.path()}};
    SchedulerClient m_client{m_scheduler};
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("TZ", "Asia/Shanghai");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"output"_qs, u"The folder to write to."_qs, u"DIR"_qs, u"."_qs});
    parser.process(application);
    const QDir output(parser.value(u"output"_qs));
    for (const QString &language : {u"en"_qs, u"zh_CN"_qs}) {
        for (const auto theme : {Settings::Theme::Light, Settings::Theme::Dark}) {
            const QString suffix =
                language + (theme == Settings::Theme::Light ? u"-light"_qs : u"-dark"_qs);
            Session session(language, theme, suffix, output);
            session.photographWindow();
            session.photographEditor();
            session.photographSchedules();
        }
    }
    return 0;
}
