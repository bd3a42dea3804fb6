namespace ConnectingPeople.Functions.Site;

/// <summary>What was written into a form, to show it again beside what is wrong with it.</summary>
/// <param name="Values">By field; what is missing is empty.</param>
/// <param name="Faults">In the order of the fields.</param>
public sealed record Filled(IReadOnlyDictionary<string, string> Values, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>A form that nobody has touched.</summary>
    public static Filled Nothing { get; } = new(new Dictionary<string, string>(), []);

    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>What was posted, as it was written.</summary>
    public static Filled From(IFormCollection form) =>
        new(form.ToDictionary(field => field.Key, field => field.Value.FirstOrDefault() ?? "", StringComparer.Ordinal), []);

    /// <summary>The form with what is wrong.</summary>
    public Filled With(IEnumerable<FieldFault> faults) => this with { Faults = [.. faults] };

    /// <returns>Null when nothing is wrong with the field.</returns>
    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>The text of a field; null when it was left empty.</summary>
    public string? Text(string field) => string.IsNullOrWhiteSpace(this[field]) ? null : this[field];

    /// <summary>The day of a <c>DateField</c> as ISO 8601, whether there is such a day or not; null when it was left empty.</summary>
    public string? Day(string field)
    {
        string[] parts = [this[$"{field}-year"].Trim(), this[$"{field}-month"].Trim(), this[$"{field}-day"].Trim()];
        return parts.All(part => part.Length == 0) ? null : $"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}";
    }
}

/// <summary>One thing wrong with one field.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Message">A sentence that says what to write.</param>
public sealed record FieldFault(string Field, string Message);
