using ConnectingPeople.Domain.FollowUps;

namespace ConnectingPeople.Domain.Tests.FollowUps;

public sealed class ExportIdTests
{
    [Theory]
    [InlineData(1, "20260305T110000Z")]
    [InlineData(2, "20260305T110000Z-2")]
    public void An_export_is_named_by_its_cut_off(int nth, string expected)
    {
        ExportId id = ExportId.Of(Instant.FromUtc(2026, 3, 5, 11, 0), nth);

        Assert.Equal(expected, id.Text);
        Assert.Equal(id, ExportId.Parse(expected));
    }

    [Fact]
    public void Exports_stand_in_the_order_in_which_they_were_asked_for()
    {
        string[] inOrder = ["20260305T105959Z", "20260305T110000Z", "20260305T110000Z-2", "20260305T110000Z-10", "20260305T110001Z"];

        Assert.Equal(inOrder, inOrder.Reverse().Select(ExportId.Parse).OrderBy(id => id!.Place).Select(id => id!.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("20260305T110000Z/..")]
    [InlineData("20260305T110000Z\n")]
    [InlineData("20260305T110000Z-")]
    [InlineData("current.json")]
    public void Nothing_else_names_one(string? text) => Assert.Null(ExportId.Parse(text));
}
