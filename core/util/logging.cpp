// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/logging.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <memory>
#include <mutex>

namespace carillon::log {

namespace {

constexpr std::size_t maxFileSize = 5'000'000;
constexpr std::size_t keptFiles = 2;

/// The loggers exist before setUp() and write to stderr from warn on.
struct Loggers
{
    std::shared_ptr<spdlog::sinks::stderr_sink_mt> console =
        std::make_shared<spdlog::sinks::stderr_sink_mt>();
    spdlog::logger app{"app", console};
    spdlog::logger store{"store", console};
    spdlog::logger executor{"executor", console};
    spdlog::logger scheduler{"scheduler", console};
    spdlog::logger api{"api", console};
    spdlog::logger channels{"channels", console};
    spdlog::logger ui{"ui", console};
    spdlog::logger qt{"qt", console};

    Loggers()
    {
        for (auto *each : all()) {
            each->set_level(spdlog::level::warn);
            each->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %-8l %n: %v");
        }
    }
    std::array<spdlog::logger *, 8> all()
    {
        return {&app, &store, &executor, &scheduler, &api, &channels, &ui, &qt};
    }
};

Loggers &loggers()
{
    // Never destroyed: static destructors elsewhere may still log.
    static auto *const instance = new Loggers;
    return *instance;
}

void onQtMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    // The offscreen platform says this for every window; it means nothing.
    if (text.startsWith(u"This plugin does not support propagateSizeHints"))
        return;
    spdlog::level::level_enum level = spdlog::level::warn;
    switch (type) {
    case QtDebugMsg: level = spdlog::level::debug; break;
    case QtInfoMsg: level = spdlog::level::info; break;
    case QtWarningMsg: level = spdlog::level::warn; break;
    case QtCriticalMsg:
    case QtFatalMsg: level = spdlog::level::err; break;
    }
    loggers().qt.log(level, "{}", text);
}

} // namespace

spdlog::logger &app()
{
    return loggers().app;
}
spdlog::logger &store()
{
    return loggers().store;
}
spdlog::logger &executor()
{
    return loggers().executor;
}
spdlog::logger &scheduler()
{
    return loggers().scheduler;
}
spdlog::logger &api()
{
    return loggers().api;
}

spdlog::logger &channels()
{
    return loggers().channels;
}
spdlog::logger &ui()
{
    return loggers().ui;
}

void setUp(const QString &file, const QString &level)
{
    spdlog::sink_ptr fileSink;
    if (!file.isEmpty()) {
        try {
            fileSink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                file.toStdString(), maxFileSize, keptFiles);
        } catch (const spdlog::spdlog_ex &failure) {
            app().warn("No log file: {}", failure.what());
        }
    }
    for (auto *each : loggers().all()) {
        if (fileSink)
            each->sinks().push_back(fileSink);
        each->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %-8l %n: %v");
        each->set_level(spdlog::level::from_str(level.toStdString()));
        each->flush_on(spdlog::level::info);
    }
    qInstallMessageHandler(onQtMessage);
}

} // namespace carillon::log
