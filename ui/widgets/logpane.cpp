// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logpane.h"

#include "core/scheduler/schedulerclient.h"
#include "ui/format/runtext.h"
#include "ui/theme/symbols.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/logview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr qint64 chunkSize = 256 * 1024;
constexpr qint64 mostKept = 16 * 1024 * 1024;

QToolButton *makeLogButton(const QString &objectName, const QString &symbolName)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(symbol(symbolName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

LogPane::LogPane(SchedulerClient &client, QWidget *parent)
    : QWidget(parent),
      m_client(client),
      m_title(new QLabel),
      m_follow(makeLogButton(u"followLogButton"_s, u"follow"_s)),
      m_copy(makeLogButton(u"copyLogButton"_s, u"copy"_s)),
      m_stack(new QStackedWidget),
      m_log(new LogView),
      m_empty(new EmptyState(u"empty-log"_s))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_log->setText(&m_text);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_log);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 3, 6, 3);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_follow);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(m_follow, &QToolButton::clicked, m_log, &LogView::setFollowing);
    connect(m_log, &LogView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_copy, &QToolButton::clicked, m_log, &LogView::copy);
    connect(m_log, &LogView::topReached, this, [this] { fetch(Direction::Up); });
    retranslate();
}

void LogPane::showRun(const std::optional<Run> &run)
{
    const bool same = run && m_run && run->id == m_run->id;
    if (same) {
        takeRun(*run);
        return;
    }
    m_run = run;
    open();
}

void LogPane::open()
{
    ++m_generation;
    m_text.clear();
    m_opened = false;
    m_fetching = false;
    m_wanted = false;
    m_log->setText(&m_text);
    m_log->setFollowing(true);
    refresh();
    if (m_run)
        fetch(Direction::Down);
}

void LogPane::apply(const SchedulerNews &news)
{
    if (!m_run)
        return;
    for (const Run &run : news.runs) {
        if (run.id == m_run->id)
            takeRun(run);
    }
    if (news.manyRuns)
        readAgain();
    else if (std::find(news.output.begin(), news.output.end(), m_run->id) != news.output.end())
        fetch(Direction::Down);
}

/// Too much has happened to be told run by run.
void LogPane::readAgain()
{
    fetch(Direction::Down);
    m_client.run(m_run->id).then(this, [this](const Result<Run> &run) {
        if (run && m_run && run->id == m_run->id)
            takeRun(*run);
    });
}

void LogPane::takeRun(const Run &run)
{
    const bool changed = !(run == *m_run);
    m_run = run;
    if (!changed)
        return;
    refresh();
    fetch(Direction::Down);
}

void LogPane::setTimeView(const TimeView &view)
{
    m_view = view;
    refresh();
}

void LogPane::fetch(Direction direction)
{
    if (!m_run || (direction == Direction::Up && m_text.begin() == 0))
        return;
    if (m_fetching) {
        m_wanted = m_wanted || direction == Direction::Down;
        return;
    }
    m_fetching = true;
    const bool up = direction == Direction::Up;
    const qint64 upFrom = std::max(qint64(0), m_text.begin() - chunkSize);
    const qint64 from = up ? upFrom : m_opened ? m_text.end() : -chunkSize;
    const qint64 most = up ? m_text.begin() - upFrom : chunkSize;
    m_client.log(m_run->id, from, most)
        .then(this, [this, direction, generation = m_generation](const Result<LogChunk> &chunk) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (chunk)
                take(*chunk, direction);
            else
                m_empty->setText(chunk.error().message);
        });
}

void LogPane::take(const LogChunk &chunk, Direction direction)
{
    if (direction == Direction::Up) {
        m_log->textChanged(int(m_text.prepend(chunk)));
        refresh();
        return;
    }
    if (m_opened && chunk.size < m_text.end()) {
        // The log was cut down to its bound when the run ended: its end lies elsewhere now.
        open();
        return;
    }
    m_opened = true;
    m_text.append(chunk);
    const size_t gone = m_text.shrink(mostKept);
    m_log->textChanged(-int(gone));
    refresh();
    const bool behind = m_text.end() < chunk.size && !chunk.bytes.isEmpty();
    if (m_wanted || behind) {
        m_wanted = false;
        fetch(Direction::Down);
    }
}

void LogPane::refresh()
{
    const bool hasText = m_run && !m_text.lines().empty();
    const bool hasFoot = m_run && !m_run->outcome.reason.isEmpty();
    const bool hasException = m_run && !m_run->outcome.exception.isEmpty();
    const bool hasReturn = m_run && m_run->outcome.returnValue != QJsonValue::Undefined &&
                           !m_run->outcome.returnValue.isNull();
    const bool show = hasText || hasFoot || hasException || hasReturn;
    m_stack->setCurrentWidget(show ? static_cast<QWidget *>(m_log) : m_empty);
    m_follow->setEnabled(show);
    m_copy->setEnabled(hasText);
    if (!m_run) {
        m_title->clear();
        m_empty->setText(tr("This job has not run yet."));
        return;
    }
    const bool failed = m_run->state == RunState::Failed || m_run->state == RunState::TimedOut;
    m_title->setText(tr("%1 · run %2").arg(m_run->jobName, QString::number(m_run->id.number)));
    m_empty->setText(noOutputText(*m_run, m_view));
    m_log->setFrameLines(runHead(*m_run, m_view), runFoot(*m_run, m_view), failed);
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogPane::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Keep the newest line in sight (End)"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected text, or all that is loaded"));
    refresh();
}

} // namespace carillon::ui
