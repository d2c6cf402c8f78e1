// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/outputwatch.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

TextFinder::TextFinder(const QString &text)
    : m_text(text.toUtf8()),
      m_fallback(std::size_t(m_text.size()), 0)
{
    Q_ASSERT(!m_text.isEmpty());
    // Knuth, Morris and Pratt: no byte is looked at twice.
    for (std::size_t i = 1, border = 0; i < m_fallback.size(); ++i) {
        while (border > 0 && m_text[qsizetype(i)] != m_text[qsizetype(border)])
            border = m_fallback[border - 1];
        if (m_text[qsizetype(i)] == m_text[qsizetype(border)])
            ++border;
        m_fallback[i] = border;
    }
}

void TextFinder::feed(const QByteArray &bytes)
{
    const char *const end = bytes.constData() + bytes.size();
    const char *at = bytes.constData();
    while (at != end && !hasFound()) {
        if (m_matched == 0) { // nearly always: leap to where it could begin
            at = std::find(at, end, m_text[0]);
            if (at == end)
                return;
        }
        while (m_matched > 0 && *at != m_text[qsizetype(m_matched)])
            m_matched = m_fallback[m_matched - 1];
        if (*at++ == m_text[qsizetype(m_matched)])
            ++m_matched;
    }
}

OutputWatch::Search::Search(const QString &text) : text(text)
{
    if (!text.isEmpty())
        finders.assign(2, TextFinder(text));
}

bool OutputWatch::Search::hasFound() const
{
    return std::any_of(finders.begin(), finders.end(),
                       [](const TextFinder &finder) { return finder.hasFound(); });
}

OutputWatch::OutputWatch(const SuccessRule &rule) : m_contains(rule.contains), m_lacks(rule.lacks)
{
}

bool OutputWatch::isNeeded(const SuccessRule &rule)
{
    return !rule.contains.isEmpty() || !rule.lacks.isEmpty();
}

void OutputWatch::feed(OutputChannel channel, const QByteArray &bytes)
{
    const std::size_t index = channel == OutputChannel::Out ? 0 : 1;
    for (Search *search : {&m_contains, &m_lacks}) {
        if (!search->finders.empty())
            search->finders[index].feed(bytes);
    }
}

QString OutputWatch::failure() const
{
    if (!m_contains.finders.empty() && !m_contains.hasFound())
        return CoreText::tr("Its output does not contain “%1”.").arg(m_contains.text);
    if (m_lacks.hasFound())
        return CoreText::tr("Its output contains “%1”.").arg(m_lacks.text);
    return {};
}

} // namespace carillon
