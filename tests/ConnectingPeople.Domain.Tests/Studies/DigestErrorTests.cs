using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How the digest is written in a definition, and what can be wrong with it.</summary>
public sealed class DigestErrorTests
{
    [Fact]
    public void The_digest_is_read()
    {
        DigestDefinition digest = Sample.Load(Sample.Yaml).Value!.Digest;

        Assert.Equal((2, 3, null), (digest.QuietAfter, digest.StalledAfter, digest.Barriers));
        Assert.Equal(
            [new DigestSign("met", "a new face", "new", "yes", null, Period.FromDays(56)), new DigestSign("many", "many people", "people", null, 5, Period.FromWeeks(4))],
            digest.Signs);
    }

    [Theory]
    [InlineData("question: new, is", "question: knew, is", "0 digest.signs[0].question: no questionnaire has a question 'knew'; did you mean 'new'?")]
    [InlineData("is: yes", "is: often", "0 digest.signs[0].is: 'is: often' never fits an answer to 'new', which is of type yes-no; write 'is: yes' or 'is: no'")]
    [InlineData("is: yes", "atLeast: 1", "0 digest.signs[0].atLeast: 'atLeast: 1' never fits an answer to 'new', which is of type yes-no; write 'is: yes' or 'is: no'")]
    [InlineData("atLeast: 5", "atLeast: 100", "0 digest.signs[1].atLeast: 'atLeast: 100' never fits an answer to 'people', which is of type count; write atMost, atLeast or is with a number from 0 to 99")]
    [InlineData("atLeast: 5", "atLeast: 5, is: 5", "0 digest.signs[1]: a sign says one of is and atLeast; here are both; keep exactly one")]
    [InlineData("atLeast: 5, ", "", "0 digest.signs[1]: a sign says one of is and atLeast; here is none; keep exactly one")]
    [InlineData("id: many", "id: met", "0 digest.signs[1].id: there is another sign 'met' in line 100; give each its own id")]
    [InlineData("id: many", "id: goal-set", "0 digest.signs[1].id: 'goal-set' is looked for in every study; remove this sign, or give it another id")]
    [InlineData("within: P56D", "within: P2M", "0 digest.signs[0].within: 'P2M' isn't an ISO 8601 duration; write weeks, days, hours or minutes, such as 'P3D' or 'PT12H'")]
    [InlineData("quietAfter: 2, ", "", "0 digest.quietAfter: 'quietAfter' is missing; add it: after how many check-ins in a row without an answer somebody counts as quiet")]
    [InlineData("stalledAfter: 3", "stalledAfter: 1", "0 digest.stalledAfter: '1' isn't a whole number from 2 to 52; write such a number, without quotes")]
    [InlineData("digest: { ", "digest: { barriers: people, ", "0 digest.barriers: no questionnaire has a choice question 'people'; use 'barrier'")]
    public void An_error_names_line_path_and_cure(string sound, string broken, string error) => Assert.Equal([error], Sample.ErrorsAfter(sound, broken));
}
