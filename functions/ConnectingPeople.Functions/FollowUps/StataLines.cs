using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>The lines that make Stata's own file of each dataset. All is read as text first, so that no code becomes a number.</summary>
public static class StataLines
{
    private const string Programs = """
        capture program drop days moments truths
        program days
            foreach v of varlist `0' {
                generate t = daily(`v', "YMD")
                drop `v'
                rename t `v'
                format `v' %td
            }
        end
        program moments
            foreach v of varlist `0' {
                generate double t = clock(subinstr(subinstr(`v', "T", " ", 1), "Z", "", 1), "YMDhms")
                drop `v'
                rename t `v'
                format `v' %tc
            }
        end
        program truths
            foreach v of varlist `0' {
                replace `v' = cond(`v' == "true", "1", cond(`v' == "false", "0", ""))
                destring `v', replace
            }
        end
        """;

    public static string Of(IReadOnlyList<IDataset> datasets) => LoadLines.Lines([Programs, .. datasets.SelectMany(Of)]);

    private static IEnumerable<string> Of(IDataset dataset) =>
    [
        "",
        $"import delimited \"{FileName.OfCsv(dataset)}\", varnames(1) case(preserve) encoding(\"utf-8\") bindquote(strict) maxquotedrows(unlimited) stringcols(_all) clear",
        .. Line(dataset, "destring {0}, replace", "integer", "number"),
        .. Line(dataset, "truths {0}", "boolean"),
        .. Line(dataset, "days {0}", "date"),
        .. Line(dataset, "moments {0}", "datetime"),
        $"save \"{dataset.Name}.dta\", replace",
    ];

    /// <returns>Nothing where no column has such a type.</returns>
    private static IEnumerable<string> Line(IDataset dataset, string line, params string[] types)
    {
        string names = string.Join(' ', dataset.Columns.Where(column => types.Contains(column.Type)).Select(column => column.Name));
        return names.Length == 0 ? [] : [line.Replace("{0}", names, StringComparison.Ordinal)];
    }
}
