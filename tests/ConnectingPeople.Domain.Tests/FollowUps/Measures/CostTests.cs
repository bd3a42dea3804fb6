using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.FollowUps.Measures.Waves;

namespace ConnectingPeople.Domain.Tests.FollowUps.Measures;

public sealed class CostTests
{
    private static readonly CostMeasure Services = new(Head(), "GBP", 2024,
    [
        new UnitCost(Count("gp", new AskWhen("gp-used", Is: "yes")), "appointment", 41.10m),
        new UnitCost(Count("nurse"), "hour", 52m),
        new UnitCost(YesNo("ward"), "stay", 345.67m),
    ]);

    [Theory]
    [InlineData("yes", "3", "2", "no", 227.30)]
    [InlineData("yes", "3", "2", "yes", 572.97)]
    [InlineData("yes", "0", "0", "no", 0.0)]
    [InlineData("no", null, "2", "no", 104.0)]
    [InlineData(null, null, "2", "no", null)]
    [InlineData("yes", null, "2", "no", null)]
    [InlineData("yes", "3", null, "no", null)]
    public void What_services_cost_is_their_units_times_unit_costs(string? usesGp, string? gp, string? nurse, string? ward, double? expected) =>
        Assert.Equal((decimal?)expected, Services.From(Wave(("gp-used", usesGp), ("gp", gp), ("nurse", nurse), ("ward", ward))));

    [Fact]
    public void A_question_made_pointless_counts_nothing_even_when_it_was_never_put() =>
        Assert.Equal(0m, Services.From(Wave(("gp-used", "no"), ("nurse", "0"), ("ward", "no"))));

    [Fact]
    public void A_cost_says_currency_price_year_and_formula()
    {
        Assert.Equal("GBP at prices of 2024", Services.Unit);
        Assert.Equal(
            "gp times 41.10 (appointment) + nurse times 52 (hour) + ward (yes 1, no 0) times 345.67 (stay); a question that wasn't asked because an earlier answer made it pointless counts 0",
            Services.Formula);
        Assert.Equal((0m, (99 * 93.10m) + 345.67m), Services.Range);
    }
}
