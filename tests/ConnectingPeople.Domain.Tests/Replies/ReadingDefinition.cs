using ConnectingPeople.Domain.Replies;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ConnectingPeople.Domain.Tests.Replies;

/// <summary>The keywords and risk phrases that these tests read with: the one place to put another definition's.</summary>
internal sealed class ReadingDefinition
{
    public required Dictionary<string, List<string>> Keywords { get; init; }

    public required List<string> Phrases { get; init; }

    public required List<string> Harmless { get; init; }

    public static ReadingDefinition Shipped { get; } = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build()
        .Deserialize<ReadingDefinition>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replies", "reading.yaml")));

    public static ReplyReader Reader { get; } = new(Shipped.KeywordLists, Shipped.Risk);

    public Keywords KeywordLists => new(Keywords["optOut"], Keywords["optIn"], Keywords["help"], Keywords["pause"], Keywords["callMe"]);

    public RiskPhrases Risk => new(Phrases, Harmless);
}
