// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/likeness.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace carillon::ctl {

int editDistance(QStringView one, QStringView other)
{
    std::vector<int> row(std::size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (one[i] != other[qsizetype(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

QString mostAlike(const QString &word, const QStringList &accepted)
{
    QString best;
    int least = std::max(1, int(word.size()) / 3) + 1;
    for (const QString &each : accepted) {
        const bool completes = word.size() > 1 && each.startsWith(word);
        const int distance = completes ? 1 : editDistance(word, each);
        if (distance < least) {
            least = distance;
            best = each;
        }
    }
    return best;
}

} // namespace carillon::ctl
