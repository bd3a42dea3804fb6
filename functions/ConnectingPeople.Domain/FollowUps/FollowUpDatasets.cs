using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>All datasets of an export, in the order of the codebook and the manifest.</summary>
public static class FollowUpDatasets
{
    /// <summary>Those of people, then those about all of them.</summary>
    public static IReadOnlyList<IDataset> Of(Study study) =>
        [.. PersonDatasets.Of(study).Select(person => person.Dataset), FlowFile.Dataset, CodebookFile.Dataset];
}
