using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Studies.Loading;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.Studies;

public sealed class PlainTemplateTests
{
    private static readonly TextValues Amira = new("{{ goal }}", "join a choir", "How many?", "1 to 4", "Thursday 5 March", "1", "4", "1 yes, 2 no", "https://x.uk", "3");

    private static readonly Gen<string> Piece = Gen.OneOf(
        "Hi", " ", "\n", ".", "'", "£", "🦆", "{", "}", "{{", "}}", "{%", "%}", "-", "|", " upcase", "{{ 'a' }}", "{{ true }}", "{{ empty }}", "{{ goal.size }}",
        "{{ nmae }}", "{{ Name }}", "{{name}}", "{{ name }}", "{{  goal }}", "{{- name }}", "{{ name -}}", "{{ link|upcase }}", "{{ question }}", "{{ until }}", "{{ max }}");

    [Fact]
    public void What_needs_no_Liquid_reads_as_in_Liquid() =>
        Piece.Array[0, 6].Select(string.Concat).Sample(
            text =>
            {
                if (PlainTemplate.Of(text) is { } plain)
                {
                    Assert.True(LiquidTemplate.TryParse(text, out LiquidTemplate? liquid, out _), text);
                    Assert.Equal(liquid.Render(Amira), plain.Render(Amira));
                    Assert.Equal(liquid.Names.Variables, plain.Variables);
                }
            },
            iter: 20_000);

    [Theory]
    [InlineData("")]
    [InlineData("Thanks.")]
    [InlineData("{{ name }}{{goal}}, {{ question }}")]
    public void Words_and_values_need_no_Liquid(string text) => Assert.NotNull(PlainTemplate.Of(text));

    [Theory]
    [InlineData("{% if name %}{{ name }}{% endif %}")]
    [InlineData("{{ name | upcase }}")]
    [InlineData("{{- name }}")]
    [InlineData("{{ nmae }}")]
    [InlineData("{name}")]
    public void More_is_left_to_Liquid(string text) => Assert.Null(PlainTemplate.Of(text));
}
