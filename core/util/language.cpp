// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace carillon {

namespace {

QLocale localeFor(const QString &language)
{
    const QLocale wanted = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (wanted.language() == QLocale::Chinese)
        return QLocale(QLocale::Chinese, QLocale::China);
    if (wanted.language() == QLocale::English)
        return wanted;
    return QLocale(QLocale::English);
}

} // namespace

void applyLanguage(const QString &language)
{
    // Qt's own texts first, ours last: the last one installed is asked first.
    static QTranslator qtTexts;
    static QTranslator ourTexts;
    const QLocale locale = localeFor(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&ourTexts);
    QCoreApplication::removeTranslator(&qtTexts);
    if (qtTexts.load(locale, u"qtbase"_qs, u"_"_qs, u":/i18n"_qs))
        QCoreApplication::installTranslator(&qtTexts);
    if (ourTexts.load(locale, u"carillon"_qs, u"_"_qs, u":/i18n"_qs))
        QCoreApplication::installTranslator(&ourTexts);
}

} // namespace carillon
