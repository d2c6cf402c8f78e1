// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runsearch.h"

#include <QElapsedTimer>
#include <QTimer>

namespace carillon {

namespace {

constexpr qint64 piece = 5000;    ///< runs that are looked at in one go
constexpr int longestLooking = 4; // milliseconds, until others have their turn

} // namespace

RunSearch::RunSearch(const Scheduler &scheduler, RunQuery query, Found found, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_query(std::move(query)),
      m_limit(m_query.limit),
      m_found(std::move(found))
{
}

void RunSearch::begin()
{
    if (m_query.isFiltered()) {
        if (moveToNext())
            lookOn();
        return;
    }
    // One more than wanted tells whether there is a next page.
    ++m_query.limit;
    auto page = m_scheduler.runs(m_query);
    const bool goesOn = page && int(page->size()) > m_limit;
    if (goesOn)
        page->pop_back();
    tell(page, goesOn ? std::optional(page->back().id) : std::nullopt);
}

void RunSearch::lookOn()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < longestLooking) {
        if (!look())
            return;
    }
    QTimer::singleShot(0, this, &RunSearch::lookOn);
}

/// At one piece; false if that was all.
bool RunSearch::look()
{
    m_query.limit = m_limit - int(m_page.size());
    const auto more = m_scheduler.runs(m_query);
    if (!more) {
        tell(more);
        return false;
    }
    m_page.insert(m_page.end(), more->begin(), more->end());
    if (int(m_page.size()) == m_limit) {
        tell(m_page, m_page.back().id);
        return false;
    }
    m_query.before = m_query.from;
    return moveToNext();
}

/// To the piece in which the next run lies, whatever it is; false if there is none.
bool RunSearch::moveToNext()
{
    const auto next = m_scheduler.runs({.job = m_query.job, .before = m_query.before, .limit = 1});
    if (!next || next->empty()) {
        tell(next ? Result<std::vector<Run>>(m_page) : next);
        return false;
    }
    const qint64 newest = next->front().id.number;
    m_query.before = RunId{newest + 1};
    m_query.from = RunId{std::max<qint64>(1, newest - piece + 1)};
    return true;
}

void RunSearch::tell(const Result<std::vector<Run>> &page, std::optional<RunId> next)
{
    m_found(page, next);
    deleteLater();
}

} // namespace carillon
