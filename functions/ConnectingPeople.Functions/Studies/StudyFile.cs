using ConnectingPeople.Domain.Studies;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Studies;

/// <summary>Finds and loads the study's definition.</summary>
public static class StudyFile
{
    /// <summary>Loads the file that <c>Study__Path</c> names, beside the app or by its full path.</summary>
    /// <exception cref="OptionsValidationException">With every error of the definition, for the person who starts the app.</exception>
    public static Study Load(IConfiguration settings)
    {
        string wanted = settings["Study:Path"] is { Length: > 0 } set ? set : "Studies/connecting-people.yaml";
        string path = Path.Combine(AppContext.BaseDirectory, wanted);
        if (!File.Exists(path))
        {
            throw Bad($"Study__Path names '{wanted}', and there is no file {path}.");
        }

        Loaded<Study> loaded = StudyDefinition.Load(File.ReadAllText(path), wanted);
        return loaded.Value ?? throw Bad(
            $"The study definition can't be used. Mend these, then start again:\n{string.Join('\n', loaded.Errors)}");
    }

    private static OptionsValidationException Bad(string message) => new("Study__Path", typeof(Study), [message]);
}
