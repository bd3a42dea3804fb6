using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Tests.Studies;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>The keywords and risk phrases that these tests read with: those of the study that ships.</summary>
internal static class ReadingDefinition
{
    public static Keywords Keywords => Shipped.Study.Keywords;

    public static RiskPhrases Risk => Shipped.Study.Risk;

    public static ReplyReader Reader => Shipped.Study.Reader;
}
