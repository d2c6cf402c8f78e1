// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rereading.h"

namespace carillon::ui {

Rereading::Rereading(std::chrono::milliseconds rest) : m_rest(this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &Rereading::begin);
}

void Rereading::request()
{
    m_isWanted = true;
    if (!m_isReading && !m_rest.isActive())
        begin();
}

void Rereading::finish()
{
    m_isReading = false;
    m_rest.start();
}

void Rereading::begin()
{
    if (!m_isWanted)
        return;
    m_isWanted = false;
    m_isReading = true;
    emit due();
}

} // namespace carillon::ui
