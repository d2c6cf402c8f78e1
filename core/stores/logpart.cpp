// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/logpart.h"

#include "core/stores/privatefiles.h"

#include <QDir>
#include <QFileInfo>

namespace carillon::logparts {

namespace {

QString spansPath(const QString &path)
{
    const QFileInfo info(path);
    return info.dir().filePath(info.completeBaseName() + u".spans"_qs);
}

QByteArray leb128(quint64 number)
{
    QByteArray bytes;
    for (; number >= 0x80; number >>= 7)
        bytes.append(char((number & 0x7f) | 0x80));
    bytes.append(char(number));
    return bytes;
}

} // namespace

Writer::Writer(const QString &path) : m_data(path), m_spans(spansPath(path)) {}

bool Writer::create(QFile &file)
{
    return file.open(QIODevice::NewOnly | QIODevice::WriteOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

bool Writer::append(OutputChannel channel, const QByteArray &bytes)
{
    if (!m_data.isOpen()) {
        remove(m_data.fileName());
        createPrivateFolder(QFileInfo(m_data).path()); // if not, create() says why
        if (!create(m_data))
            return false;
    }
    if (channel != m_channel && !endStretch())
        return false;
    if (m_data.write(bytes) != bytes.size())
        return false;
    m_size += bytes.size();
    return true;
}

bool Writer::endStretch()
{
    if (!m_spans.isOpen() && !create(m_spans))
        return false;
    const QByteArray length = leb128(quint64(m_size - m_stretchStart));
    if (m_spans.write(length) != length.size())
        return false;
    m_stretchStart = m_size;
    m_channel = m_channel == OutputChannel::Out ? OutputChannel::Err : OutputChannel::Out;
    return true;
}

bool Writer::flush()
{
    // The spans first: after a crash in between, a stretch is empty and none is mistaken.
    return (!m_spans.isOpen() || m_spans.flush()) && (!m_data.isOpen() || m_data.flush());
}

QString Writer::errorText() const
{
    return m_data.error() != QFileDevice::NoError ? m_data.errorString() : m_spans.errorString();
}

Spans::Spans(const QString &path) : m_file(spansPath(path)), m_size(QFileInfo(path).size())
{
    m_file.open(QIODevice::ReadOnly); // absent if all is Out
}

std::optional<LogSpan> Spans::next()
{
    while (m_offset < m_size) {
        m_channel = m_channel == OutputChannel::Out ? OutputChannel::Err : OutputChannel::Out;
        const qint64 left = m_size - m_offset;
        const LogSpan span{m_offset, std::clamp<qint64>(readNumber().value_or(left), 0, left),
                           m_channel};
        m_offset += span.length;
        if (span.length > 0)
            return span;
    }
    return {};
}

std::optional<qint64> Spans::readNumber()
{
    quint64 number = 0;
    char byte = 0;
    for (int shift = 0; shift < 63 && m_file.isOpen() && m_file.getChar(&byte); shift += 7) {
        number |= quint64(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0)
            return qint64(number);
    }
    return {};
}

void remove(const QString &path)
{
    QFile::remove(path);
    QFile::remove(spansPath(path));
}

void rename(const QString &from, const QString &to)
{
    QFile::rename(from, to);
    QFile::rename(spansPath(from), spansPath(to));
}

bool copy(const QString &from, Writer &to)
{
    constexpr qint64 atOnce = 65536;
    QFile data(from);
    if (!data.open(QIODevice::ReadOnly))
        return true; // there is no such part
    Spans spans(from);
    while (const auto span = spans.next()) {
        for (qint64 left = span->length; left > 0;) {
            const QByteArray bytes = data.read(std::min(left, atOnce));
            if (bytes.isEmpty() || !to.append(span->channel, bytes))
                return false;
            left -= bytes.size();
        }
    }
    return true;
}

} // namespace carillon::logparts
